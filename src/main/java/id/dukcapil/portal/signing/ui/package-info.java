/** The pages of signing: what strangers see of a signed document, and what staff see. */
@NullMarked
package id.dukcapil.portal.signing.ui;

import org.jspecify.annotations.NullMarked;
