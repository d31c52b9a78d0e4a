"""Which parts of a query say where a reader came from, and nothing of what is read."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set of words, written as a line of them."""
    return frozenset(text.split())


_PREFIXES = (
    "utm_",  # Google Analytics, and everybody since
    "at_",  # Piano, once AT Internet: BBC News Brasil
    "fb_",
    "guce_",  # Yahoo
    "hsa_",
    "itm_",
    "matomo_",
    "mtm_",
    "ns_",  # Comscore, older links of the BBC
    "oly_",
    "piwik_",
    "pk_",
    "vero_",
    "__cft__",  # Facebook, with brackets after it
    "__hs",
    "_branch_",
    "_hs",
)
_NAMES = words(
    # clicks, as advertisers and networks count them
    "awc clickid dclid dicbo ef_id epik fbclid gad_campaignid gad_source gbraid gclid gclsrc igsh igshid irclickid "
    "msclkid obclid rdid rb_clickid s_kwcid sfnsn srsltid tblci ttclid twclid wbraid wickedid yclid zanpid "
    "__tn__ __twitter_impression "
    # letters and campaigns
    "_ga _gl _kx _openstat __s cmpid ga_campaign ga_medium ga_source hsctatracking icid mc_cid mc_eid mkt_tok "
    "ml_subscriber ml_subscriber_hash nr_email_referer s_cid sc_cid soc_src soc_trk spm trk vgo_ee wt_mc wt_zmc xtor "
    # publishers: Folha and UOL (cmpid, pwgt), DW (maca), the BBC (ocid), Wikipedia (wprov), Yahoo, Condé Nast
    "guccounter maca mbid ncid ocid pwgt smid wprov "
    # WordPress: an answer to a comment, and the number of a share
    "replytocom nb"
)
# Names that also stand for what is read; only a value that names a place to come from makes a tracker of one.
_UNSURE = words("from fonte origem origin partner ref referer referrer share source src via")
_PLACES = words(
    "bol bsky bluesky botao copia copiaecola destaque destaques email facebook fb feed feedburner feeds folha "
    "google googlenews hp home homepage ig instagram linkedin mail manchete newsletter push reddit rss rss2 sapo share "
    "social telegram threads tw twitter uol wa whatsapp x"
)
_BLOCKS = ("det_", "hp_", "sec_", "home_", "homepage_", "bloco_", "newsletter_", "rss_")
"""How Correio da Manhã and its sisters name the block of a page that held the link."""

# What one publisher's pages add, which elsewhere may be anything. For all hosts of that name.
_OF_HOSTS = {
    "publico.pt": words("cx ref"),
    "cmjornal.pt": words("ref"),
    "medium.com": words("source"),
    "substack.com": words("isfreemail r s showwelcome triedredirect"),
    "blogspot.com": words("m"),  # the view for telephones
    "blogspot.com.br": words("m"),
    "blogspot.pt": words("m"),
}


def is_tracker(host: str, name: str, value: str) -> bool:
    """Whether this part of a query can go without another article being meant.

    Args:
        host: In small letters, without ``www.``.
        name: As it stands in the query, decoded.
        value: Decoded.
    """
    name, value = name.lower(), value.lower()
    if name in _NAMES or name.startswith(_PREFIXES):
        return True
    if any(name in names and f".{host}".endswith(f".{of}") for of, names in _OF_HOSTS.items()):
        return True
    return name in _UNSURE and (value in _PLACES or value.startswith(_BLOCKS))
