package io.legame.platform;

/** Refuses another description of the company that would make what a module keeps say something else. */
public interface CompanyGuard {
    /** In the transaction of the change; throws a {@link Refusal}. */
    void check(Company before, Company after);
}
