package id.dukcapil.portal.documents;

import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/**
 * Lets this process read and write pictures in its memory. ImageIO makes a file for each of them otherwise, several for one
 * electronic signature; the pictures of the portal are small.
 */
@Component
class PicturesInMemory {

    PicturesInMemory() {
        ImageIO.setUseCache(false);
    }
}
