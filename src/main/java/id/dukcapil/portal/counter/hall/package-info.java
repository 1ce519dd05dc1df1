@NullMarked
package id.dukcapil.portal.counter.hall;

import org.jspecify.annotations.NullMarked;
