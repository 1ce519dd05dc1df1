@NullMarked
package id.dukcapil.portal.activation.api;

import org.jspecify.annotations.NullMarked;
