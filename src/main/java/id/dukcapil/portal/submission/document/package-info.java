/** The papers of a Kartu Keluarga request: facts in, PDF out. Who may have one is decided by whoever asks. */
@NullMarked
package id.dukcapil.portal.submission.document;

import org.jspecify.annotations.NullMarked;
