/** Paper and files: Jasper templates compiled once, barcodes, spreadsheets, and the content-addressed document store. */
@ApplicationModule(allowedDependencies = {"common", "platform", "staff", "staff :: signin"})
@NullMarked
package id.dukcapil.portal.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
