@NullMarked
package id.dukcapil.portal.delivery.api;

import org.jspecify.annotations.NullMarked;
