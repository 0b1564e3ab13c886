/** What the staff write down about customers, keep with them and have to do: notes, attachments, tasks. */
@ApplicationModule(allowedDependencies = {"platform", "access", "customers", "timeline"})
@NullMarked
package io.legame.notebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
