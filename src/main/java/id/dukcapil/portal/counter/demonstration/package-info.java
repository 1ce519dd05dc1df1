@NullMarked
package id.dukcapil.portal.counter.demonstration;

import org.jspecify.annotations.NullMarked;
