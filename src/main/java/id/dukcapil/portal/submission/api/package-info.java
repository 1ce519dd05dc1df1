@NullMarked
package id.dukcapil.portal.submission.api;

import org.jspecify.annotations.NullMarked;
