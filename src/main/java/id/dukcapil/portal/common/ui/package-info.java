@NullMarked
package id.dukcapil.portal.common.ui;

import org.jspecify.annotations.NullMarked;
