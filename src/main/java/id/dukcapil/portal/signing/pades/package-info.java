/** Signatures inside PDF (PAdES), made and examined with EU DSS. The only place that knows DSS, and the dates of certificates. */
@NullMarked
package id.dukcapil.portal.signing.pades;

import org.jspecify.annotations.NullMarked;
