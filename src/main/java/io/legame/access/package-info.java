/** The staff: users and their roles, sign-in, API tokens, and the audit trail of who did and saw what. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.legame.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
