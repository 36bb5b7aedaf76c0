package dev.fanfare.platform.auctions;

import dev.fanfare.platform.identity.PersonalData;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What somebody sells, bids and watches. Whoever goes sells nothing any more and buys nothing: what goes on without them is cancelled,
 * their bids in it are void. What is over stays as it was, for whom they dealt with.
 */
@Component
class AuctionData implements PersonalData {
    private final AuctionDataTable table;
    private final AuctionTable auctions;
    private final BidLog bids;
    private final BidWithdrawal withdrawal;
    private final AuctionNews news;
    private final AuctionCourse course;

    AuctionData(
            AuctionDataTable table,
            AuctionTable auctions,
            BidLog bids,
            BidWithdrawal withdrawal,
            AuctionNews news,
            AuctionCourse course) {
        this.table = table;
        this.auctions = auctions;
        this.bids = bids;
        this.withdrawal = withdrawal;
        this.news = news;
        this.course = course;
    }

    private record Exported(
            List<AuctionDataTable.Sale> selling,
            List<AuctionDataTable.Offer> bids,
            List<String> watching,
            List<String> invitedTo) {}

    @Override
    public String section() {
        return "auctions";
    }

    @Override
    public Object export(String accountId) {
        return new Exported(
                table.sales(accountId),
                table.offers(accountId),
                table.watching(accountId),
                table.invitations(accountId));
    }

    /** Takes hold of all auctions before anybody is told, in the order in which others do. */
    @Override
    public void erase(String accountId) {
        List<Auction> running = table.running(accountId).stream()
                .map(auctions::lock)
                .filter(auction -> auction != null && !auction.isOver())
                .toList();
        table.forget(accountId);
        Instant now = course.now();
        for (Auction auction : running) {
            if (auction.sellerId().equals(accountId)) {
                news.cancelled(auctions.save(without(auction)
                        .over(Auction.Status.CANCELLED, null, auction.times().endAt())));
            } else {
                withdrawal.without(auction, standing(auction, accountId), now);
            }
        }
    }

    private static Auction without(Auction auction) {
        return new Auction(
                auction.id(),
                auction.sellerId(),
                new Auction.Lot(auction.lot().title(), "", null),
                auction.rules(),
                auction.times(),
                auction.status(),
                auction.outcome(),
                auction.isByInvitation(),
                auction.standing(),
                auction.isEndingSoonTold(),
                auction.version());
    }

    private List<Long> standing(Auction auction, String accountId) {
        return bids.all(auction.id()).stream()
                .filter(bid -> bid.bid().bidder().equals(accountId) && !bid.isVoid())
                .map(LoggedBid::seq)
                .toList();
    }
}
