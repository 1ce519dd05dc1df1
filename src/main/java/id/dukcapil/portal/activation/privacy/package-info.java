/** What is held about residents and for how long. */
@NullMarked
package id.dukcapil.portal.activation.privacy;

import org.jspecify.annotations.NullMarked;
