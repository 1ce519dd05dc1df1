/** Pages that are open to everybody: each room says where they stand, and one place guards them all. */
@NamedInterface("pages")
@NullMarked
package id.dukcapil.portal.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
