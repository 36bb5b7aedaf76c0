package dev.fanfare.spring;

class H2TransactionalOutboxTest extends TransactionalOutboxContract {
    @Override
    String url() {
        return "jdbc:h2:mem:transactional;DB_CLOSE_DELAY=-1";
    }
}
