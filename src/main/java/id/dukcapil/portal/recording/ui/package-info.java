/** The pages of recording: list, one page a person, diary, central status, and the public page of a code. */
@NullMarked
package id.dukcapil.portal.recording.ui;

import org.jspecify.annotations.NullMarked;
