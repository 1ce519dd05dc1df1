@NullMarked
package id.dukcapil.portal.activation.demonstration;

import org.jspecify.annotations.NullMarked;
