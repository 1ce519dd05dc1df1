@NullMarked
package id.dukcapil.portal.operations.ui;

import org.jspecify.annotations.NullMarked;
