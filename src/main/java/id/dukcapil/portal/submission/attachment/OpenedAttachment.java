package id.dukcapil.portal.submission.attachment;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper with its content; the opening is already recorded. */
public record OpenedAttachment(Attachment attachment, byte[] content) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenedAttachment that
                && attachment.equals(that.attachment)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attachment, Arrays.hashCode(content));
    }

    /** Hides the content from anything that prints it. */
    @Override
    public String toString() {
        return "OpenedAttachment[%s]".formatted(attachment.id().value());
    }
}
