package io.legame.intake;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML part of a workbook, read forwards. No document type, no entities, nothing from outside, bounded depth, names
 * and attributes: whoever wrote it, it takes no more memory than a cell.
 */
final class XmlPart implements Closeable {
    private static final WstxInputFactory FACTORY = factory();

    private final InputStream input;
    private final XMLStreamReader reader;

    XmlPart(InputStream input) {
        this.input = input;
        try {
            this.reader = FACTORY.createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        return factory;
    }

    /** Moves on to the next beginning or end of an element; false at the end of the part. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
                if (event == XMLStreamConstants.DTD) {
                    throw new FileFault("intake.fault.workbook");
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    boolean begins(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean isBeginning() {
        return reader.isStartElement();
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** By its name alone, whatever its namespace: {@code r:id} is in another one in strict workbooks. */
    @Nullable
    String attributeOfAnyNamespace(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)
                    && reader.getAttributeNamespace(i) != null
                    && !reader.getAttributeNamespace(i).isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String attribute, int otherwise) {
        String value = attribute(attribute);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new FileFault("intake.fault.workbook");
        }
    }

    /** Adds the text of the element that begins here, up to its end, as far as a cell may be long. */
    void text(StringBuilder target) {
        try {
            int depth = 1;
            while (depth > 0) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        int room = TableRow.LONGEST_CELL + 1 - target.length();
                        target.append(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                Math.clamp(room, 0, reader.getTextLength()));
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private static RuntimeException fault(XMLStreamException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof io.legame.platform.StoredFiles.FileRemoved) {
                return new FileFault("intake.fault.removed");
            }
        }
        return new FileFault("intake.fault.workbook");
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            input.close();
        }
    }
}
