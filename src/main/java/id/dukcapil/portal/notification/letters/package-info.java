/** Letters from templates: one source for HTML and plain text, with the office's letterhead. */
@NullMarked
package id.dukcapil.portal.notification.letters;

import org.jspecify.annotations.NullMarked;
