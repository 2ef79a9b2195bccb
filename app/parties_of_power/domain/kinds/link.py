"""The kind *link*: the address of a page, a document or a publication."""

import re
from urllib.parse import urlsplit

from parties_of_power.domain.kinds.definition import Kind, Names, Unreadable
from parties_of_power.texts import _

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")


class LinkKind(Kind):
    key = "link"

    @property
    def name(self) -> str:
        return _("Link")

    @property
    def rule(self) -> str:
        return _(
            "A link is a whole address, as in https://example.org/page, doi:10.1000/182 or file:///home/me/page.pdf."
        )

    def read(self, text: str, names: Names) -> str:
        link = text.strip()
        if not _is_address(link):
            raise Unreadable(self.rule, text)
        return link


def _is_address(link: str) -> bool:
    if not link.isprintable() or " " in link:
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    match parts.scheme:
        case "http" | "https":
            return bool(parts.hostname)
        case "file":
            return parts.path not in ("", "/")
        case "doi":
            return bool(_DOI.fullmatch(link[len("doi:") :]))
    return False
