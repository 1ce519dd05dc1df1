/** What audit trail, bell and clock learn of activations. */
@NullMarked
package id.dukcapil.portal.activation.following;

import org.jspecify.annotations.NullMarked;
