@NullMarked
package id.dukcapil.portal.counter.privacy;

import org.jspecify.annotations.NullMarked;
