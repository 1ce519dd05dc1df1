/** The papers that come with a request: which are needed, which are there, and how they are kept and shown. */
@NullMarked
package id.dukcapil.portal.submission.attachment;

import org.jspecify.annotations.NullMarked;
