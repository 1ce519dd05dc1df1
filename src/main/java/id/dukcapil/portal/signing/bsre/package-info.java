/**
 * The e-sign client service of BSrE over HTTP, in its versions 1 (multipart) and 2 (JSON). Nothing is ever sent twice: the
 * service may have signed although its answer was lost.
 */
@NullMarked
package id.dukcapil.portal.signing.bsre;

import org.jspecify.annotations.NullMarked;
