/** Public pages: each room declares its own, and one filter chain secures them all. */
@NamedInterface("pages")
@NullMarked
package id.dukcapil.portal.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
