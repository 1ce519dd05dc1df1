@NullMarked
package id.dukcapil.portal.counter.board;

import org.jspecify.annotations.NullMarked;
