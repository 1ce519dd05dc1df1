@NullMarked
package id.dukcapil.portal.signing.ui;

import org.jspecify.annotations.NullMarked;
