/** One Spring Boot application; every direct sub-package is a module of the office. */
@NullMarked
package id.dukcapil.portal;

import org.jspecify.annotations.NullMarked;
