package io.legame.insight;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Work on a thread of the operating system. DuckDB works in native code, where a virtual thread cannot let go of the
 * thread that carries it: as many questions as there are cores would keep every page from being served.
 */
final class Run<T> {
    private final FutureTask<T> task;

    /** Begins; the work is done as whoever asks and in his language. */
    Run(Callable<T> work) {
        var security = SecurityContextHolder.getContext();
        var locale = LocaleContextHolder.getLocaleContext();
        this.task = new FutureTask<>(() -> {
            SecurityContextHolder.setContext(security);
            LocaleContextHolder.setLocaleContext(locale);
            return work.call();
        });
        Thread.ofPlatform().daemon().name("warehouse question").start(task);
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        try {
            task.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // that too is an end
        }
        return true;
    }

    boolean succeeded() {
        return task.state() == java.util.concurrent.Future.State.SUCCESS;
    }

    /** What came of it; it has ended. */
    T result() {
        if (succeeded()) {
            return task.resultNow();
        }
        throw switch (task.exceptionNow()) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case Throwable e -> new IllegalStateException(e);
        };
    }
}
