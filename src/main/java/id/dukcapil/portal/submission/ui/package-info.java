@NullMarked
package id.dukcapil.portal.submission.ui;

import org.jspecify.annotations.NullMarked;
