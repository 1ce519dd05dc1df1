/** QR codes and activation codes, which are computed and never stored. */
@NullMarked
package id.dukcapil.portal.activation.secrets;

import org.jspecify.annotations.NullMarked;
