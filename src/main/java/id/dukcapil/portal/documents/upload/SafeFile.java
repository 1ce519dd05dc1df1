package id.dukcapil.portal.documents.upload;

/**
 * A file that may be kept and shown.
 *
 * @param content what is to be kept; of an image without the data that nobody sees, so not always what came in
 * @param pages of a PDF; an image has one
 */
public record SafeFile(FileKind kind, byte[] content, int pages) {}
