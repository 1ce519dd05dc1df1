/** Numbers of requests and letters: one after the other per kind, office and year, without gaps. */
@NamedInterface("numbers")
@NullMarked
package id.dukcapil.portal.documents.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
