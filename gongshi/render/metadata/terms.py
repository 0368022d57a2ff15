"""The vocabularies that catalogues share: namespaces, authority lists of the European Union, media types of IANA.

Labels stand here beside the codes, since a reader of the catalogue may not be able to look them up.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rdflib import Namespace, URIRef

from gongshi.read.values import Text

ADMS: Final = Namespace("http://www.w3.org/ns/adms#")
DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
DCT: Final = Namespace("http://purl.org/dc/terms/")
FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")
PREFIXES: Final[Mapping[str, Namespace]] = MappingProxyType(
    {
        **{"adms": ADMS, "dcat": DCAT, "dcatap": DCATAP, "dct": DCT, "foaf": FOAF, "prov": PROV},
        **{"rdf": RDF, "rdfs": RDFS, "skos": SKOS, "spdx": SPDX, "vcard": VCARD, "xsd": XSD},
    }
)

AUTHORITY: Final = "http://publications.europa.eu/resource/authority"
IANA: Final = "https://www.iana.org/assignments/media-types"
THEME_LIST: Final = URIRef(f"{AUTHORITY}/data-theme")
SHA256: Final = SPDX.checksumAlgorithm_sha256
OPENAPI: Final = URIRef("https://spec.openapis.org/oas/v3.1.0")

THEMES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "AGRI": Text("农业、渔业、林业和食品", "Agriculture, fisheries, forestry and food"),
        "ECON": Text("经济和金融", "Economy and finance"),
        "EDUC": Text("教育、文化和体育", "Education, culture and sport"),
        "ENER": Text("能源", "Energy"),
        "ENVI": Text("环境", "Environment"),
        "GOVE": Text("政府和公共部门", "Government and public sector"),
        "HEAL": Text("卫生", "Health"),
        "INTR": Text("国际事务", "International issues"),
        "JUST": Text("司法、法律和公共安全", "Justice, legal system and public safety"),
        "REGI": Text("区域和城市", "Regions and cities"),
        "SOCI": Text("人口和社会", "Population and society"),
        "TECH": Text("科学和技术", "Science and technology"),
        "TRAN": Text("交通", "Transport"),
    }
)
LANGUAGES: Final[Mapping[str, tuple[str, Text]]] = MappingProxyType(
    {"zh": ("ZHO", Text("中文", "Chinese")), "en": ("ENG", Text("英文", "English"))}
)
# How long an address will lead to the same thing.
AVAILABLE: Final = "AVAILABLE"
STABLE: Final = "STABLE"
AVAILABILITIES: Final[Mapping[str, Text]] = MappingProxyType(
    {AVAILABLE: Text("可用", "available"), STABLE: Text("稳定", "stable")}
)
# The vocabulary that DCAT-AP names for kinds of publishers.
PUBLISHER_LIST: Final = "http://purl.org/adms/publishertype/"
PUBLISHERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "LocalAuthority": Text("地方政府机构", "local authority"),
        "RegionalAuthority": Text("地区政府机构", "regional authority"),
        "NationalAuthority": Text("国家机构", "national authority"),
        "SupraNationalAuthority": Text("超国家机构", "supranational authority"),
        "Academia-ScientificOrganisation": Text("学术科研机构", "academic or scientific organisation"),
        "StandardisationBody": Text("标准化机构", "standardisation body"),
        "NonGovernmentalOrganisation": Text("非政府组织", "non-governmental organisation"),
        "NonProfitOrganisation": Text("非营利组织", "non-profit organisation"),
        "Company": Text("公司", "company"),
        "IndustryConsortium": Text("行业联合体", "industry consortium"),
        "PrivateIndividual(s)": Text("个人", "private individuals"),
    }
)
# Licences by their SPDX names that stand on the European list as well.
LICENCES: Final[Mapping[str, str]] = MappingProxyType({"CC-BY-4.0": "CC_BY_4_0", "CC0-1.0": "CC0"})


def authority(listed: str, code: str) -> URIRef:
    """An entry of one of the European lists."""
    return URIRef(f"{AUTHORITY}/{listed}/{code}")
