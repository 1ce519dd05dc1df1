/** The four steps of a recording: phases, rules, verbs, lists and the receipt. */
@NullMarked
package id.dukcapil.portal.recording.process;

import org.jspecify.annotations.NullMarked;
