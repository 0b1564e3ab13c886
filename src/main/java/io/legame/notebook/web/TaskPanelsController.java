package io.legame.notebook.web;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.notebook.Task;
import io.legame.notebook.Tasks;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tasks on the customer card and on the home page. */
@Controller
@PreAuthorize("hasAuthority('notebook:view')")
class TaskPanelsController {
    private static final int OPEN = 20;
    private static final int DONE = 5;
    private static final int AT_HOME = 8;

    private final Tasks tasks;
    private final Customers customers;

    TaskPanelsController(Tasks tasks, Customers customers) {
        this.tasks = tasks;
        this.customers = customers;
    }

    @GetMapping("/tasks/customers/{id}")
    CustomerTasks customer(@PathVariable long id) {
        CustomerId customer = customers.current(new CustomerId(id));
        return new CustomerTasks(customer, rows(tasks.open(customer, OPEN)), rows(tasks.done(customer, DONE)));
    }

    private List<TaskRow> rows(List<Task> found) {
        return TaskRow.of(found, customers, tasks.today(), tasks.moment());
    }

    @GetMapping("/tasks/panel")
    TasksPanel home() {
        AccountId viewer = Actor.current().account();
        return new TasksPanel(rows(tasks.due(viewer, AT_HOME)), tasks.countDue(viewer));
    }
}
