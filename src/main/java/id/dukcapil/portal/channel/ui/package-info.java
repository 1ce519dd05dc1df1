@NullMarked
package id.dukcapil.portal.channel.ui;

import org.jspecify.annotations.NullMarked;
