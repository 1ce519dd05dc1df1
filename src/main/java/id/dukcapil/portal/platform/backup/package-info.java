/** Backup of everything the office must not lose, and its way back onto an empty machine. */
@NullMarked
package id.dukcapil.portal.platform.backup;

import org.jspecify.annotations.NullMarked;
