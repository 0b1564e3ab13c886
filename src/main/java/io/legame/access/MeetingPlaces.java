package io.legame.access;

import java.util.List;

/** Where customers are met, by name, contributed as a bean by the module that knows. */
public interface MeetingPlaces {
    List<String> names();
}
