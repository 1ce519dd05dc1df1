/** Files by their address, for the browser of whoever is signed in. */
@NullMarked
package id.dukcapil.portal.documents.api;

import org.jspecify.annotations.NullMarked;
