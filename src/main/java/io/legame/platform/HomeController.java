package io.legame.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
    private final List<HomePanel> panels;
    private final ObjectProvider<PassingPanel> passing;
    private final ObjectProvider<FirstSteps> firstSteps;

    HomeController(
            List<HomePanel> panels, ObjectProvider<PassingPanel> passing, ObjectProvider<FirstSteps> firstSteps) {
        this.panels = panels;
        this.passing = passing;
        this.firstSteps = firstSteps;
    }

    @GetMapping("/")
    Home show() {
        Viewer viewer = Viewer.current();
        return new Home(
                Stream.concat(
                                panels.stream(),
                                passing.stream().map(PassingPanel::now).flatMap(Optional::stream))
                        .filter(panel -> viewer.may(panel.permission()))
                        .sorted(Comparator.comparingInt(HomePanel::position))
                        .toList(),
                firstSteps.stream().anyMatch(FirstSteps::needed));
    }
}
