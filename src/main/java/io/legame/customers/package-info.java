/** Who the customers are: people and companies, the identities they are known by, and the rules that write every value in one uniform way. */
@ApplicationModule(allowedDependencies = {"platform", "access", "wording"})
@NullMarked
package io.legame.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
