package dev.fanfare.platform.demo;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.marketplace.Categories;
import dev.fanfare.platform.marketplace.NewProduct;
import dev.fanfare.platform.marketplace.OrderStatus;
import dev.fanfare.platform.marketplace.Orders;
import dev.fanfare.platform.marketplace.Products;
import dev.fanfare.platform.tenancy.Tenants;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What Ada and Cleo sell, and what Bob has ordered, where there are such accounts and nobody has offered anything yet. */
@Component
@Order(5)
@ConditionalOnBooleanProperty("platform.demo")
class DemoMarket implements ApplicationRunner {
    private static final String SELLER = "ada";
    private static final String BOB = "bob";
    private static final String CLEO = "cleo";

    private final Accounts accounts;
    private final Tenants tenants;
    private final Categories categories;
    private final Products products;
    private final Orders orders;

    DemoMarket(Accounts accounts, Tenants tenants, Categories categories, Products products, Orders orders) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.categories = categories;
        this.products = products;
        this.orders = orders;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean isDemo = Stream.of(SELLER, BOB, CLEO).allMatch(id -> accounts.find(id) != null);
        if (!isDemo || !products.isEmpty()) {
            return;
        }
        String tenant = tenants.of(SELLER).getFirst();
        tenants.of("eve").stream().findFirst().ifPresent(other -> categories.add(other, "Everything"));
        furnish(categories.add(tenant, "Furniture and light"));
        String teapot = cook(categories.add(tenant, "Kitchen"));
        String speaker = listen(categories.add(tenant, "Sound"));
        orders.place(BOB, teapot, 1);
        orders.move(orders.place(BOB, speaker, 1), SELLER, OrderStatus.PAID);
    }

    private void furnish(String category) {
        offer(
                SELLER,
                category,
                "lamp",
                "Reading lamp with a brass arm",
                "The arm turns all the way round and stays where it is put. Takes any E27 bulb.",
                89_00L,
                4);
        offer(
                SELLER,
                category,
                "armchair",
                "Armchair, dark green wool",
                "Reupholstered last winter. 78 cm wide, so measure your door.",
                340_00L,
                1);
        offer(
                CLEO,
                category,
                "shelf",
                "Ash shelf for the wall",
                "90 cm long, with two hidden brackets and the screws for brick.",
                64_00L,
                12);
    }

    /** @return the teapot */
    private String cook(String category) {
        offer(
                CLEO,
                category,
                "bowls",
                "Three stoneware bowls",
                "They fit into each other. Glazed inside, good for the dishwasher.",
                42_00L,
                6);
        offer(
                CLEO,
                category,
                "knife",
                "Kitchen knife, 18 cm",
                "Carbon steel, so dry it after use. Comes sharpened, with a sheath.",
                75_00L,
                9);
        return offer(
                SELLER,
                category,
                "teapot",
                "Cast-iron teapot",
                "Holds 0.8 litres and keeps it hot for an hour. With its sieve.",
                55_00L,
                3);
    }

    /** @return the speaker */
    private String listen(String category) {
        offer(
                SELLER,
                category,
                "headphones",
                "Studio headphones, closed",
                "Used for one season of recordings. New ear pads, cable 3 m.",
                120_00L,
                2);
        return offer(
                SELLER,
                category,
                "speaker",
                "Shelf speaker, walnut",
                "One of a small series: the other five are sold. 4 ohms, 25 cm high.",
                210_00L,
                1);
    }

    private String offer(
            String seller, String category, String picture, String title, String description, long price, int stock) {
        return products.offer(
                seller, new NewProduct(title, description, "/demo/" + picture + ".svg", price, "EUR", stock, category));
    }
}
